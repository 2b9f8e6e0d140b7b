'use client';

import { useRouter } from 'next/navigation';
import { createContext, use } from 'react';
import { rememberInCookie } from './rememberInCookie.ts';
import { type Theme, themeCookie } from './theme.ts';

/** The colours that the server found chosen. */
export const ThemeContext = createContext<Theme>('system');

/** The chosen colours and the way to choose others: at once on this page, and in a cookie for the next ones. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = use(ThemeContext);
  const router = useRouter();
  function setTheme(next: Theme): void {
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    rememberInCookie(themeCookie, next);
    router.refresh();
  }
  return { theme, setTheme };
}
