import type { Server as HttpServer, RequestListener } from 'node:http';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { Certificate } from './certificate.ts';

/** First byte of a TLS record that opens a connection: content type "handshake" (RFC 8446, section 5.1). */
const tlsHandshake = 0x16;

/** Who opened a connection has to say something within this time, in ms. */
const firstByteTimeoutMs = 10_000;

const toHttps: RequestListener = (request, response) => {
  response.writeHead(308, {
    location: `https://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`,
  });
  response.end();
};

/**
 * One port for HTTPS that also answers plain HTTP: who types the address without `https://` is sent there instead of
 * seeing an empty answer.
 */
export function createBothSchemes(certificate: Certificate): { door: Server; https: HttpServer } {
  const https = createHttpsServer({ key: certificate.key, cert: certificate.cert });
  const http = createHttpServer(toHttps);
  const route = (socket: Socket) => {
    socket.setTimeout(firstByteTimeoutMs, () => socket.destroy());
    socket.once('error', () => socket.destroy());
    // Not `data`: that would start the flow, and what comes before the chosen server listens would be lost.
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (first === null) return;
      socket.setTimeout(0);
      socket.unshift(first);
      (first[0] === tlsHandshake ? https : http).emit('connection', socket);
    });
  };
  return { door: createServer(route), https };
}
