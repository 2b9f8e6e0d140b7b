import type { ReactNode } from 'react';
import { MoreMessages } from '#components/chrome/MoreMessages.tsx';
import { type Area, areaParts, pickMessages } from './browserMessages.ts';
import { pageContext } from './page.ts';

interface WordsProps {
  of: Area;
  children: ReactNode;
}

/** Sends the words of an area to the browser, for the pages inside. */
export async function Words({ of, children }: WordsProps) {
  const { messages } = await pageContext();
  return <MoreMessages messages={pickMessages(messages, areaParts[of])}>{children}</MoreMessages>;
}
