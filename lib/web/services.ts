import { currentServices, publishServices, type WebServices } from '#server/services.ts';

let composing: Promise<WebServices> | undefined;

/** Composes the web part's own services once. A failure is forgotten, so that the next request tries again. */
async function composeAlone(): Promise<WebServices> {
  try {
    const { composeWebAlone } = await import('#server/web.ts');
    const services = await composeWebAlone(process.env);
    publishServices(services);
    return services;
  } finally {
    composing = undefined;
  }
}

/**
 * The services of this process: those that the server published, or, where Next runs alone, a web part's own.
 *
 * Throws `StorageError` when Next runs alone and nobody has the database open.
 */
export async function services(): Promise<WebServices> {
  const published = currentServices();
  if (published !== undefined) return published;
  composing ??= composeAlone();
  return await composing;
}
