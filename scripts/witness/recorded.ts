import { bytesOf } from '../../__tests__/support/reading.ts'

/** Replies as real servers and the lab's origins send them. */
export const RECORDED: readonly Uint8Array[] = [
  'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Sun, 29 Nov 2026 12:00:00 GMT\r\nContent-Type: text/html\r\nContent-Length: 14\r\nLast-Modified: Sat, 28 Nov 2026 12:00:00 GMT\r\nConnection: close\r\nETag: "6929-e"\r\nAccept-Ranges: bytes\r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\ne\r\n<h1>Shop</h1>\n\r\n0\r\n\r\n',
  'HTTP/1.1 503 Service Unavailable\r\ncontent-length: 107\r\ncache-control: no-cache\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
  'HTTP/1.1 301 Moved Permanently\r\nServer: Caddy\r\nLocation: https://www.shop.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\nETag: "6929-e"\r\nContent-Length: 14\r\nConnection: close\r\n\r\n',
  'HTTP/1.1 200 OK\r\nDate: Sun, 29 Nov 2026 12:00:00 GMT\r\nServer: Apache/2.4.62 (Debian)\r\nVary: Accept-Encoding\r\nConnection: close\r\nContent-Type: text/html\r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 14 \r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n<h1>Shop</h1>\n',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 14\r\n\r\ne ;a=b\r\n<h1>Shop</h1>\n\r\n0 \r\nContent-Length: 14\r\n\r\n',
  'HTTP/1.1 200 OK\nServer: shop\nContent-Length: 14\n\n<h1>Shop</h1>\n',
].map(bytesOf)
