import deCalls from './de/calls.json' with { type: 'json' };
import deChat from './de/chat.json' with { type: 'json' };
import deChatrooms from './de/chatrooms.json' with { type: 'json' };
import deCore from './de/core.json' with { type: 'json' };
import deDocs from './de/docs.json' with { type: 'json' };
import deKit from './de/kit.json' with { type: 'json' };
import deLive from './de/live.json' with { type: 'json' };
import deMail from './de/mail.json' with { type: 'json' };
import dePeople from './de/people.json' with { type: 'json' };
import dePlaces from './de/places.json' with { type: 'json' };
import enCalls from './en/calls.json' with { type: 'json' };
import enChat from './en/chat.json' with { type: 'json' };
import enChatrooms from './en/chatrooms.json' with { type: 'json' };
import enCore from './en/core.json' with { type: 'json' };
import enDocs from './en/docs.json' with { type: 'json' };
import enKit from './en/kit.json' with { type: 'json' };
import enLive from './en/live.json' with { type: 'json' };
import enMail from './en/mail.json' with { type: 'json' };
import enPeople from './en/people.json' with { type: 'json' };
import enPlaces from './en/places.json' with { type: 'json' };
import type { Locale } from './locales.ts';

/** One language, put together of its files. No two files have a part of the same name (a test holds it). */
const en = {
  ...enCore,
  ...enCalls,
  ...enChat,
  ...enChatrooms,
  ...enKit,
  ...enPeople,
  ...enPlaces,
  ...enLive,
  ...enMail,
  ...enDocs,
};
const de = {
  ...deCore,
  ...deCalls,
  ...deChat,
  ...deChatrooms,
  ...deKit,
  ...dePeople,
  ...dePlaces,
  ...deLive,
  ...deMail,
  ...deDocs,
};

/** All texts of the interface. English is the pattern: other catalogues have the same keys (a test holds it). */
export type Messages = typeof en;

const catalogues: Record<Locale, Messages> = { en, de };

/** The catalogue of a language. Server side only: the browser gets one catalogue with the page, not all of them. */
export function messagesOf(locale: Locale): Messages {
  return catalogues[locale];
}

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
