import * as z from 'zod/mini';

/**
 * zod compiles its parsers with `new Function` where it can, and probes for that even where the page's content security
 * policy forbids it, which the browser reports as a violation. Every entry of lib/client imports this file first, so
 * that the setting stands before any schema parses.
 */
z.config({ jitless: true });
