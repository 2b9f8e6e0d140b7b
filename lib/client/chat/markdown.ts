import type { Nodes, Parents, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { previewOf, safeHref } from '#lib/domain/chat/links.ts';
import type { Mention } from '#lib/domain/chat/log.ts';
import { splitMentions } from './mentions.ts';

/** A stretch of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'mention'; readonly userId: string; readonly name: string }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly children: readonly Inline[];
      /** Where it leads, when its words say something else. */
      readonly host: string | null;
    }
  | { readonly kind: 'break' };

/** A block of a message. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'list';
      /** First number of a numbered list; null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };

/** Quotes in quotes, lists in lists and bold in bold beyond this depth are shown as plain text. */
const depthMost = 6;

/** No headings, rules, pictures, HTML, references or indented code: signs of them stay the signs they are. */
const disabled = [
  'headingAtx',
  'setextUnderline',
  'thematicBreak',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'definition',
  'characterReference',
  'codeIndented',
];

/** Signs that turn the direction of what follows. The server takes none; older or foreign texts may hold them. */
const directionSigns = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A message's text as blocks of our own: never HTML, and links only to what `safeHref` lets through. A line's end is a
 * line's end, as people expect of a chat.
 */
export function parseMessage(content: string, mentions: readonly Mention[]): readonly Block[] {
  const text = withoutHeaps(content.replaceAll(directionSigns, '').replaceAll(/\n{3,}/g, '\n\n'));
  const tree = fromMarkdown(text, {
    extensions: [
      gfmStrikethrough({ singleTilde: false }),
      gfmAutolinkLiteral(),
      { disable: { null: disabled } },
    ],
    mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
  });
  const source = { text, mentions };
  return tree.children.flatMap((node) => blockOf(node, source, 0));
}

/** Signs of quotes and lists that may stand one behind the other in a line. */
const signsMost = 12;

const heap = new RegExp(
  String.raw`^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${signsMost}}[ \t]*)(\d{0,9})(?=[->*+.)])`,
  'gm',
);

/** Reading takes time that grows with the square of their number, so a heap of them ends in plain signs. */
const withoutHeaps = (text: string): string => text.replaceAll(heap, '$1$2\\');

interface Source {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

function blockOf(node: RootContent, source: Source, depth: number): Block[] {
  if (depth >= depthMost) return [paragraph([{ kind: 'text', text: sourceOf(node, source) }])];
  const blocks = (children: readonly RootContent[]) =>
    children.flatMap((child) => blockOf(child, source, depth + 1));
  switch (node.type) {
    case 'paragraph':
      return [paragraph(inlinesOf(node, source, 0))];
    case 'blockquote':
      return [{ kind: 'quote', children: blocks(node.children) }];
    case 'code':
      return [{ kind: 'code', text: node.value }];
    case 'list': {
      const start = node.ordered === true ? (node.start ?? 1) : null;
      return [{ kind: 'list', start, items: node.children.map((item) => blocks(item.children)) }];
    }
    default:
      return [paragraph([{ kind: 'text', text: sourceOf(node, source) }])];
  }
}

const paragraph = (children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

function inlinesOf(parent: Parents, source: Source, depth: number): Inline[] {
  return parent.children.flatMap((node) => inlineOf(node, source, depth));
}

function inlineOf(node: Nodes, source: Source, depth: number): Inline[] {
  if (depth >= depthMost) return linesOf(sourceOf(node, source));
  switch (node.type) {
    case 'text':
      return splitMentions(node.value, source.mentions).flatMap((part) =>
        part.kind === 'text' ? linesOf(part.text) : [part],
      );
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, children: inlinesOf(node, source, depth + 1) }];
    case 'delete':
      return [{ kind: 'strike', children: inlinesOf(node, source, depth + 1) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return linkOf(node.url, inlinesOf(node, { ...source, mentions: [] }, depth + 1));
    default:
      return linesOf(sourceOf(node, source));
  }
}

/** An address that may not be opened leaves its words behind. */
function linkOf(url: string, children: readonly Inline[]): Inline[] {
  const href = safeHref(url);
  if (href === null) return [...children];
  const host = previewOf(href)?.host ?? null;
  const words = textOf(children);
  const isPlain = host === null || words.toLowerCase().includes(host.toLowerCase());
  return [{ kind: 'link', href, children, host: isPlain && !leadsAstray(words, href) ? null : host }];
}

/** Whether the words are an address themselves, and another one than is opened. */
function leadsAstray(words: string, href: string): boolean {
  const shown = safeHref(words) ?? safeHref(`http://${words}`);
  return shown !== null && words.includes('.') && previewOf(shown)?.host !== previewOf(href)?.host;
}

/** What stands in a stretch, as text. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((part) => {
      if (part.kind === 'break') return ' ';
      if (part.kind === 'mention') return `@${part.name}`;
      return 'text' in part ? part.text : textOf(part.children);
    })
    .join('');
}

function linesOf(text: string): Inline[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index): Inline[] => {
    const words: Inline[] = line === '' ? [] : [{ kind: 'text', text: line }];
    return index === 0 ? words : [{ kind: 'break' }, ...words];
  });
}

function sourceOf(node: Nodes, { text }: Source): string {
  const { start, end } = node.position ?? {};
  return text.slice(start?.offset ?? 0, end?.offset ?? 0);
}

const onlyEmoji =
  /^(?:(?:\p{RI}\p{RI}|\p{Emoji_Presentation}\p{EMod}?|\p{Emoji}\ufe0f|\u200d|\p{Extended_Pictographic}\p{EMod}?)\s?){1,12}$/u;

/** Whether a message is nothing but a few emoji, which are drawn larger. */
export function isOnlyEmoji(content: string): boolean {
  return content.length <= 40 && onlyEmoji.test(content.trim());
}

/** A message as one line of plain words, for quotes and announcements. */
export function plainText(content: string): string {
  return parseMessage(content, []).map(blockText).join(' ').replaceAll(/\s+/g, ' ').trim();
}

function blockText(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'paragraph') return textOf(block.children);
  const blocks = block.kind === 'quote' ? block.children : block.items.flat();
  return blocks.map(blockText).join(' ');
}
