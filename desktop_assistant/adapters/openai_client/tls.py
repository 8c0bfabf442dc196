"""Whom to trust: the system's certificates, or a file's that the environment or a setting names."""

import os
import ssl
from pathlib import Path

import httpx2

from desktop_assistant.domain.errors import ProblemCode, problem
from desktop_assistant.domain.gap_sentences import CERTIFICATE_OF_PROVIDER
from desktop_assistant.ports.model_client import Endpoint

VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def trusted_by_environment() -> tuple[str, ...]:
    """The variables' values, on which a context depends."""
    return tuple(os.environ.get(name, "") for name in VARIABLES)


def tls_context(endpoint: Endpoint) -> ssl.SSLContext:
    """A context that verifies; reads certificates, so it blocks for some milliseconds.

    Raises:
        AssistantError: if a certificate file cannot be used; it names what names the file.
    """
    context = _base_context()
    if endpoint.ca_file:
        path = Path(endpoint.ca_file).expanduser()
        try:
            context.load_verify_locations(cafile=path)
        except OSError as error:
            raise _bad_file(
                str(path), CERTIFICATE_OF_PROVIDER.format(name=endpoint.name), error
            ) from error
    return context


def _base_context() -> ssl.SSLContext:
    file, folder = trusted_by_environment()
    if not (file or folder):
        # The operating system's own store; the trust settings of macOS and Windows count.
        return httpx2.create_ssl_context(trust_env=False)
    if folder and not any(Path(part).is_dir() for part in folder.split(os.pathsep)):
        # OpenSSL would say nothing and trust nobody.
        raise _bad_file(folder, VARIABLES[1], NotADirectoryError(folder))
    try:
        return ssl.create_default_context(cafile=file or None, capath=folder or None)
    except OSError as error:
        raise _bad_file(file, VARIABLES[0], error) from error


def _bad_file(path: str, source: str, error: OSError) -> Exception:
    return problem(ProblemCode.CERTIFICATE_FILE_BAD, detail=str(error), path=path, source=source)
