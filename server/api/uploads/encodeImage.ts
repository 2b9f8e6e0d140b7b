import type sharpLibrary from 'sharp';
import type { Metadata, Sharp } from 'sharp';
import { RefusedError } from '#lib/protocol/errors.ts';
import type { ImageType } from './types.ts';

/** Most pixels that are decoded, all frames of an animation together: 200 MB of memory. */
const pixelsMost = 50_000_000;

/** Most frames of an animation. */
const framesMost = 300;

/** Longest side of an image that is kept, in px; larger ones are scaled down. */
const sideMost = 4_096;

/** How long one image may take, in s. */
const timeoutS = 20;

/** What reads each format, by libvips' names. */
const loaders: Record<ImageType, string> = {
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/png': 'VipsForeignLoadPng',
  'image/webp': 'VipsForeignLoadWebp',
  'image/gif': 'VipsForeignLoadNsgif',
  'image/avif': 'VipsForeignLoadHeif',
};

/** How the library names each format. */
const formats: Record<ImageType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
};

export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly type: ImageType;
  /** In px, of one frame. */
  readonly width: number;
  readonly height: number;
}

const unsafe = (message: string): RefusedError => new RefusedError('unsafe_file', message);

/** Loaded when the first image comes: its library is native code, and the rest of the API does without it. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  // One thread for each image: how many images are worked on at once is decided elsewhere.
  sharp.concurrency(1);
  sharp.cache(false);
  // Of all that the library reads, only what we take: no drawings that name other files, no rare formats.
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: Object.values(loaders) });
  return sharp;
}

/** Throws `RefusedError` for what would take too much memory, going by the file's head alone. */
function requireModest({ width, height, pageHeight, pages }: Metadata): void {
  const frames = pages ?? 1;
  if (frames > framesMost) throw unsafe(`An animation has at most ${framesMost} frames.`);
  if (width * (pageHeight ?? height) * frames > pixelsMost) {
    throw unsafe(`An image has at most ${pixelsMost} pixels, all frames together.`);
  }
}

/** What an image is kept as: itself, but AVIF takes up to 20 s to write for what WebP does in 4. */
const keptAs = (type: ImageType): ImageType => (type === 'image/avif' ? 'image/webp' : type);

/** Quality as it is usual for photographs. */
function inFormat(image: Sharp, type: ImageType): Sharp {
  switch (type) {
    case 'image/jpeg':
      return image.jpeg({ quality: 85 });
    case 'image/png':
      return image.png({ compressionLevel: 8 });
    case 'image/webp':
    case 'image/avif':
      return image.webp({ quality: 85, effort: 2 });
    case 'image/gif':
      return image.gif({ effort: 3 });
  }
}

async function encode(sharp: typeof sharpLibrary, bytes: Uint8Array, type: ImageType): Promise<EncodedImage> {
  const isAnimated = type === 'image/gif' || type === 'image/webp';
  const options = { animated: isAnimated, limitInputPixels: pixelsMost, failOn: 'error' } as const;
  const metadata = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
  if (metadata.format !== formats[type]) throw unsafe('This image is not what it seems.');
  requireModest(metadata);
  const opened = sharp(bytes, options);
  // Frames cannot be turned, and formats with several have no orientation.
  const upright = (metadata.pages ?? 1) === 1 ? opened.autoOrient() : opened;
  const scaled = upright.resize({
    width: sideMost,
    height: sideMost,
    fit: 'inside',
    withoutEnlargement: true,
  });
  const { data, info } = await inFormat(scaled, type)
    .timeout({ seconds: timeoutS })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, type: keptAs(type), width: info.width, height: info.pageHeight ?? info.height };
}

/**
 * Decodes an image and encodes it anew: upright, without metadata (place, camera, comments), without anything that hides
 * behind the picture. Animations stay animations, formats what they are (AVIF becomes WebP).
 *
 * Throws `RefusedError` (`unsafe_file`) for images that are broken, huge or take too long.
 */
export async function encodeImage(bytes: Uint8Array, type: ImageType): Promise<EncodedImage> {
  const sharp = await loadSharp();
  try {
    return await encode(sharp, bytes, type);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    // Whatever the library finds wrong with a stranger's file, the file is what is wrong.
    throw unsafe('This image is broken, or not what it seems.');
  }
}
