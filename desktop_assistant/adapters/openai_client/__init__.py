"""Reaches services that speak OpenAI's protocol, and survives those that speak it badly.

``client`` asks (request_body, services), ``service`` sends (service, transport, framing, proxies,
tls, request_headers), ``reply_body`` reads (inflate, sse, chunks), ``errors`` explains
(error_body, network_errors, retry_after). The SDK and all below it come
in with ``service``, on a worker thread, at the first request or at ``OpenAIClient.load``.
"""

from desktop_assistant.adapters.openai_client.client import OpenAIClient

__all__ = ["OpenAIClient"]
