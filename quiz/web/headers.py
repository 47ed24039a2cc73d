"""What goes with every answer: security headers, no storing, and compression."""

import gzip

from flask import Flask, Response, request

_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")
_WORTH_IT = 600  # bytes below which compressing gains nothing
_YEAR = 365 * 24 * 3600


def init_app(app: Flask, *, https: bool) -> None:
    """Add the headers to every response of the app."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers = response.headers
        headers["Content-Security-Policy"] = _POLICY
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if https:
            headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
        if request.endpoint == "static" and "v" in request.args and response.status_code == 200:  # noqa: PLR2004 - OK
            headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        elif "Cache-Control" not in headers or request.endpoint != "static":
            headers["Cache-Control"] = "no-store"
        return _compressed(response)


def _compressed(response: Response) -> Response:
    """Compress a text that is all there; a stream of events passes as it is."""
    plain = "Content-Encoding" not in response.headers and response.status_code == 200  # noqa: PLR2004 - OK
    if not plain or response.mimetype == "text/event-stream":
        return response
    if not (response.mimetype or "").startswith(_TEXTS):
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) >= _WORTH_IT:
        response.set_data(gzip.compress(content, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        if (etag := response.get_etag()[0]) is not None:
            response.set_etag(etag, weak=True)
    return response
