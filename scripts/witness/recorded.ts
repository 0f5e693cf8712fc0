import { bytesOf } from '../../__tests__/support/reading.ts'

/** What real servers sent on 2026-11-29: nginx 1.22.1, HAProxy 2.6.12, Apache 2.4, Caddy 2.6 and Node 24. */
const FROM_SERVERS = [
  'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sun, 29 Nov 2026 17:05:00 GMT\r\nContent-Type: text/html\r\nContent-Length: 14\r\nLast-Modified: Sun, 29 Nov 2026 17:04:50 GMT\r\nConnection: close\r\nETag: "6b0c5b32-e"\r\nAccept-Ranges: bytes\r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 304 Not Modified\r\nServer: nginx/1.22.1\r\nDate: Sun, 29 Nov 2026 17:05:00 GMT\r\nLast-Modified: Sun, 29 Nov 2026 17:04:50 GMT\r\nConnection: close\r\nETag: "6b0c5b32-e"\r\n\r\n',
  'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sun, 29 Nov 2026 17:05:00 GMT\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\ne\r\n<h1>Shop</h1>\n\r\n0\r\n\r\n',
  'HTTP/1.1 502 Bad Gateway\r\nServer: nginx/1.22.1\r\nDate: Sun, 29 Nov 2026 17:05:00 GMT\r\nContent-Type: text/html\r\nContent-Length: 157\r\nConnection: close\r\n\r\n<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n',
  'HTTP/1.1 302 Found\r\ncontent-length: 0\r\nlocation: https://www.shop.example/\r\ncache-control: no-cache\r\nconnection: close\r\n\r\n',
  'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 107\r\ncache-control: no-cache\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
  'HTTP/1.1 404 Not Found\r\nDate: Sun, 29 Nov 2026 17:05:03 GMT\r\nServer: Apache/2.4.71 (Debian)\r\nContent-Length: 236\r\nConnection: close\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html><head>\n<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n</body></html>\n',
  'HTTP/1.1 200 OK\r\nServer: Caddy\r\nDate: Sun, 29 Nov 2026 17:05:03 GMT\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\nHTTP/1.1 200 OK\r\ncontent-type: text/html\r\nDate: Sun, 29 Nov 2026 17:05:04 GMT\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<h1>\r\na\r\nShop</h1>\n\r\n0\r\n\r\n',
  'HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nDate: Sun, 29 Nov 2026 17:05:04 GMT\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n<h1>Shop</h1>\n\r\n0\r\nX-Sum: 1\r\n\r\n',
] as const

/** What the lab's origins send where clients and proxies disagree. */
const FROM_LAB = [
  'HTTP/1.1 200 OK\r\nContent-Length: 14 \r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 14\r\n\r\ne ;a=b\r\n<h1>Shop</h1>\n\r\n0 \r\nContent-Length: 14\r\n\r\n',
  'HTTP/1.1 200 OK\nServer: shop\nContent-Length: 14\n\n<h1>Shop</h1>\n',
] as const

export const RECORDED: readonly Uint8Array[] = [...FROM_SERVERS, ...FROM_LAB].map(bytesOf)
