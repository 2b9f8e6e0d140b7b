'use client';

import { createContext, use } from 'react';

export type Colours = 'light' | 'dark';
export type Direction = 'ltr' | 'rtl';

/** How the gallery shows itself at the moment. */
export interface GalleryLook {
  readonly colours: Colours;
  readonly direction: Direction;
}

export const GalleryLookContext = createContext<GalleryLook>({ colours: 'light', direction: 'ltr' });

export const useGalleryLook = (): GalleryLook => use(GalleryLookContext);
