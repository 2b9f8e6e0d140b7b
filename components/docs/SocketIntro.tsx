import { CodeBlock, codeTags } from './Code.tsx';
import { CallEndTable, SessionEndTable } from './EndTables.tsx';
import { FrameTable } from './FrameTable.tsx';
import { frameHead, framePerson } from './model/frame.ts';
import { Section } from './Section.tsx';
import type { DocsWords } from './words.ts';

/** The parts of the introduction, in their order; each is also an anchor. */
export const socketIntroParts = ['connect', 'errors', 'ends', 'frame'] as const;

const textClass = 'mt-3 max-w-[50em] text-pretty first:mt-0';

const refusalExample = `{
  "error": {
    "code": "bad_request",
    "message": "Invalid input: expected int, received string",
    "retry": "never",
    "path": "payload.x"
  }
}`;

const socketIoExample = (origin: string): string => `import { io } from 'socket.io-client';

const space = io('${origin}/space', {
  transports: ['websocket'],
  auth: { token, wire: 1 },
});
space.emit('join', { spaceId }, (reply) => { … });`;

const webSocketExample = (
  origin: string,
): string => `const socket = new WebSocket('${origin.replace(/^http/, 'ws')}/ws?wire=1');

→ {"type":"join","id":1,"payload":{"spaceId":"…","token":"…"}}
← {"type":"reply","id":1,"payload":{"space":{…},"self":{…},"roster":[…],…}}
→ {"type":"move","payload":{"x":12,"y":8,"seq":1}}
← {"type":"roster","payload":{"isWhole":true,"people":[…],"gone":[]}}`;

/** How to connect, and what holds for every event. */
export function SocketIntro({ t, origin }: { t: DocsWords; origin: string }) {
  return (
    <>
      <Section t={t} id="connect" title={t('connect.title')}>
        <p className={textClass}>{t.rich('connect.ticket', codeTags)}</p>
        <p className={textClass}>{t.rich('connect.socketIo', codeTags)}</p>
        <div className="mt-3">
          <CodeBlock text={socketIoExample(origin)} />
        </div>
        <p className={textClass}>{t.rich('connect.webSocket', codeTags)}</p>
        <div className="mt-3">
          <CodeBlock text={webSocketExample(origin)} />
        </div>
        <p className={textClass}>{t.rich('connect.binary', codeTags)}</p>
      </Section>
      <Section t={t} id="errors" title={t('errors.title')}>
        <p className={textClass}>{t.rich('errors.text', codeTags)}</p>
        <div className="mt-3">
          <CodeBlock text={refusalExample} />
        </div>
      </Section>
      <Section t={t} id="ends" title={t('ends.title')}>
        <p className={`${textClass} mb-4`}>{t.rich('ends.text', codeTags)}</p>
        <SessionEndTable t={t} />
        <h3 className="mt-6 mb-2 text-16 font-title">{t('ends.callTitle')}</h3>
        <CallEndTable t={t} />
      </Section>
      <Section t={t} id="frame" title={t('frame.title')}>
        <p className={textClass}>{t.rich('frame.text', codeTags)}</p>
        <FrameTable t={t} caption={t('frame.head')} fields={frameHead} />
        <FrameTable t={t} caption={t('frame.person')} fields={framePerson} />
      </Section>
    </>
  );
}
