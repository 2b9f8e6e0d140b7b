'use client';

import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { useSelfId } from '#hooks/chat/useChat.ts';
import { type Block, type Inline, parseMessage } from '#lib/client/chat/markdown.ts';
import type { Mention } from '#lib/domain/chat/log.ts';

interface MarkdownProps {
  content: string;
  mentions: readonly Mention[];
}

/** The words of a message with their marks. Only elements that are made here; nothing of the text becomes markup. */
export const Markdown = memo(function Markdown({ content, mentions }: MarkdownProps) {
  const selfId = useSelfId();
  const blocks = useMemo(() => parseMessage(content, mentions), [content, mentions]);
  return <Blocks blocks={blocks} selfId={selfId} />;
});

interface PartsProps {
  selfId: string | null;
}

function Blocks({ blocks, selfId }: PartsProps & { blocks: readonly Block[] }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name than their place
    <Fragment key={index}>{blockNode(block, selfId)}</Fragment>
  ));
}

function blockNode(block: Block, selfId: string | null): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto" className="not-first:mt-1.5">
          <Inlines parts={block.children} selfId={selfId} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className="my-1 border-s-3 border-line ps-3 text-ink-soft">
          <Blocks blocks={block.children} selfId={selfId} />
        </blockquote>
      );
    case 'code':
      return (
        <pre
          dir="ltr"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
          tabIndex={0}
          className="my-1 overflow-x-auto rounded-sm bg-sunken px-3 py-2 font-mono text-13 whitespace-pre"
        >
          <code>{block.text}</code>
        </pre>
      );
    case 'list':
      return <List block={block} selfId={selfId} />;
  }
}

function List({ block, selfId }: PartsProps & { block: Extract<Block, { kind: 'list' }> }) {
  const items = block.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the entries of one text have no other name than their place
    <li key={index}>
      <Blocks blocks={item} selfId={selfId} />
    </li>
  ));
  const listClass = 'my-1 grid gap-0.5 ps-6';
  return block.start === null ? (
    <ul className={cx(listClass, 'list-disc')}>{items}</ul>
  ) : (
    <ol start={block.start} className={cx(listClass, 'list-decimal')}>
      {items}
    </ol>
  );
}

function Inlines({ parts, selfId }: PartsProps & { parts: readonly Inline[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name than their place
    <Fragment key={index}>{inlineNode(part, selfId)}</Fragment>
  ));
}

function inlineNode(part: Inline, selfId: string | null): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return <br />;
    case 'code':
      return <code className="rounded-[5px] bg-sunken px-1 py-px font-mono text-[0.925em]">{part.text}</code>;
    case 'mention':
      return <MentionMark name={part.name} isSelf={part.userId === selfId} />;
    case 'link':
      return <LinkMark part={part} selfId={selfId} />;
  }
  const children = <Inlines parts={part.children} selfId={selfId} />;
  if (part.kind === 'strong') return <strong>{children}</strong>;
  return part.kind === 'emphasis' ? <em>{children}</em> : <s>{children}</s>;
}

function MentionMark({ name, isSelf }: { name: string; isSelf: boolean }) {
  return (
    <bdi
      className={cx(
        'rounded-[5px] px-1 font-name',
        isSelf ? 'bg-lagoon text-on-lagoon' : 'bg-lagoon-soft text-lagoon-text',
      )}
    >
      @{name}
    </bdi>
  );
}

/** Strangers' addresses: the page that opens learns nothing of ours, and search engines are told not to follow. */
function LinkMark({ part, selfId }: PartsProps & { part: Extract<Inline, { kind: 'link' }> }) {
  return (
    <>
      <a
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-lagoon-text underline decoration-lagoon-text/40 underline-offset-2 hover:decoration-current"
      >
        <bdi>
          <Inlines parts={part.children} selfId={selfId} />
        </bdi>
      </a>
      {part.host !== null && <bdi className="ms-1 text-12 text-ink-soft">({part.host})</bdi>}
    </>
  );
}
