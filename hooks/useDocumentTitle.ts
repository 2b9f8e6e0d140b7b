'use client';

import { useEffect } from 'react';

/** Puts a title on the page; `calm` comes back when the component leaves it. */
export function useDocumentTitle(title: string, calm: string): void {
  useEffect(() => {
    document.title = title;
    return () => {
      // Another page may have put its own title there by now.
      if (document.title === title) document.title = calm;
    };
  }, [title, calm]);
}
