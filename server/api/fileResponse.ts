import { problemOf } from '../http/problem.ts';
import { isKnown } from './concurrency.ts';
import type { ByteRange, GivenFile } from './define.ts';

/** Signs that `filename*` takes as they are (RFC 8187 §3.2.1); `encodeURIComponent` leaves these four beyond them. */
const beyondAttrChar = /['()*]/g;

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** Always an attachment: no browser opens it as a page of ours (RFC 6266; the plain name is for old programs). */
function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(beyondAttrChar, percent);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * Headers of every answer with a file. It may be kept, but is asked for again before each use, so that a right that was
 * lost counts at once; `no-transform` keeps compression from changing what ranges count in.
 */
function headersOf(file: GivenFile, tag: string): Record<string, string> {
  const charset = file.type.startsWith('text/') ? '; charset=utf-8' : '';
  return {
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache, no-transform',
    'content-disposition': dispositionOf(file.name),
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': file.type + charset,
    'cross-origin-resource-policy': 'same-origin',
    etag: tag,
    'x-content-type-options': 'nosniff',
  };
}

/**
 * The stretch that a `Range` header asks for (RFC 9110 §14.1.2): `null` for the whole file, also where the header asks
 * for several or is malformed; `unsatisfiable` when it begins behind the end.
 */
export function rangeOf(header: string | null, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const start = Math.max(0, sizeBytes - Number(to));
    return start < sizeBytes ? { start, end: sizeBytes - 1 } : 'unsatisfiable';
  }
  const start = Number(from);
  if (to !== '' && Number(to) < start) return null;
  if (start >= sizeBytes) return 'unsatisfiable';
  return { start, end: to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1) };
}

/** What the request asks for; a stretch only of the content that `If-Range` names. */
function askedRange(request: Request, { sizeBytes }: GivenFile, tag: string) {
  const ifRange = request.headers.get('if-range');
  if (request.method !== 'GET' || (ifRange !== null && ifRange !== tag)) return null;
  return rangeOf(request.headers.get('range'), sizeBytes);
}

function unsatisfiable({ sizeBytes }: GivenFile): Response {
  return Response.json(problemOf(416, 'bad_request', 'The range begins behind the end of the file.'), {
    status: 416,
    headers: {
      'cache-control': 'no-store',
      'content-range': `bytes */${sizeBytes}`,
      'content-type': 'application/problem+json',
    },
  });
}

/** Gives out a file: the whole of it, a stretch (206, 416), or the word that it is known already (304). */
export async function fileResponse(request: Request, file: GivenFile): Promise<Response> {
  const tag = `"${file.contentHash}"`;
  const headers = new Headers(headersOf(file, tag));
  if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  const range = askedRange(request, file, tag);
  if (range === 'unsatisfiable') return unsatisfiable(file);
  const length = range === null ? file.sizeBytes : range.end - range.start + 1;
  headers.set('content-length', String(length));
  if (range !== null) headers.set('content-range', `bytes ${range.start}-${range.end}/${file.sizeBytes}`);
  const body = request.method === 'HEAD' ? null : await file.open(range ?? undefined);
  return new Response(body, { status: range === null ? 200 : 206, headers });
}
