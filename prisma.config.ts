import { defineConfig } from 'prisma/config';

/**
 * Read by the Prisma command line only. `prisma generate` needs no database, so the URL may be missing: it matters to
 * `prisma migrate deploy` and `prisma studio` alone.
 */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
