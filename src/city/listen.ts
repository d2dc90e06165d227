import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on one loopback address. */
export interface Listening {
  origin: string;
  port: number;
  close(): Promise<void>;
}

/** Listens on `host`; port 0 takes a free one. Rejects with the system's error. */
export function listen(host: string, port: number, onRequest: RequestListener): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: 20_000 }, onRequest);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const taken = (server.address() as AddressInfo).port;
      resolve({ origin: `http://${host}:${taken}`, port: taken, close: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
