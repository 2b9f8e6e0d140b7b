import type { NextConfig } from 'next';
import { localAddresses } from './server/lan/addresses.ts';

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `npm test`, for the whole project at once; who starts the program does not wait for it.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Native modules, worker threads and WebAssembly cannot be bundled.
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@electric-sql/pglite-socket',
    '@prisma/adapter-pg',
    '@prisma/client',
    'mediasoup',
    'pg',
    'pino',
    'pino-pretty',
  ],
  // What the web part reads at run time beside its bundles.
  outputFileTracingIncludes: { '/**': ['./prisma/migrations/**', './package.json'] },
  // Hot reload also for the other devices that `--lan` invites.
  allowedDevOrigins: localAddresses(),
  devIndicators: false,
};

export default config;
