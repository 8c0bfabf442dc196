"""The least a stream can cost: read the bytes of an answer and decode every event's JSON.

    python -m tests.benchmarks.bare_stream HOST PORT

Standard library only, as lean as Python gets: what is above this is ours.
"""

import json
import socket
import sys
import time


def main():
    host, port = sys.argv[1], int(sys.argv[2])
    body = json.dumps(
        {"model": "bench", "stream": True, "messages": [{"role": "user", "content": "Go"}]}
    )
    request = (
        f"POST /v1/chat/completions HTTP/1.1\r\nHost: {host}:{port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"Connection: close\r\n\r\n{body}"
    )
    began = time.process_time()
    text, events, rest = [], 0, b""
    with socket.create_connection((host, port)) as connection:
        connection.sendall(request.encode())
        is_over = False
        while not is_over and (chunk := connection.recv(65536)):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                if line.startswith(b"data: {"):
                    events += 1
                    for choice in json.loads(line[6:])["choices"]:
                        text.append(choice["delta"].get("content") or "")
                elif line.startswith(b"data: [DONE]"):
                    is_over = True
    print(
        json.dumps(
            {"cpu_s": time.process_time() - began, "events": events, "chars": len("".join(text))}
        )
    )


main()
