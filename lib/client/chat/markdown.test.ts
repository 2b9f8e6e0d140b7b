import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, isOnlyEmoji, parseMessage, plainText } from './markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const line = (...children: unknown[]) => [{ kind: 'paragraph', children }];

describe('the marks of a message', () => {
  it.each<[string, unknown]>([
    ['plain', line(text('plain'))],
    [
      '**a** *b* ~~c~~',
      line(
        { kind: 'strong', children: [text('a')] },
        text(' '),
        { kind: 'emphasis', children: [text('b')] },
        text(' '),
        { kind: 'strike', children: [text('c')] },
      ),
    ],
    ['one\ntwo', line(text('one'), { kind: 'break' }, text('two'))],
    ['`a*b*`', line({ kind: 'code', text: 'a*b*' })],
    ['```js\nx < 1\n```', [{ kind: 'code', text: 'x < 1' }]],
    ['> a', [{ kind: 'quote', children: line(text('a')) }]],
    ['- a\n- b', [{ kind: 'list', start: null, items: [line(text('a')), line(text('b'))] }]],
    ['3. a', [{ kind: 'list', start: 3, items: [line(text('a'))] }]],
    ['a ~b~ c', line(text('a ~b~ c'))],
  ])('%j', (content, blocks) => expect(parseMessage(content, [])).toEqual(blocks));

  it.each([
    '# no heading',
    '***',
    '<b>bold</b>',
    '<script>alert(1)</script>',
    '<!-- a -->',
    '&lt;script&gt;',
    '    four spaces before',
    '[a]: b',
    '<img src=x onerror=alert(1)>',
  ])('%j stays the words it is', (content) => {
    expect(plainText(content)).toBe(content.trim());
    expect(JSON.stringify(parseMessage(content, []))).not.toContain('"link"');
  });

  it('a picture is a link at most', () => {
    expect(plainText('![x](https://a.org/p.png)')).toBe('!x');
  });
});

describe('links of a message', () => {
  const link = (content: string) => linksOf(parseMessage(content, []));

  it.each([
    ['https://a.org/x', 'https://a.org/x', null],
    ['www.a.org', 'http://www.a.org/', null],
    ['mira@a.org', 'mailto:mira@a.org', null],
    ['[words](https://a.org)', 'https://a.org/', 'a.org'],
    ['[see a.org](https://a.org)', 'https://a.org/', null],
    ['[https://bank.example](https://evil.example)', 'https://evil.example/', 'evil.example'],
    [
      '[bank.example](https://evil.example/bank.example)',
      'https://evil.example/bank.example',
      'evil.example',
    ],
    ['[evil.example.bank.example](https://evil.example)', 'https://evil.example/', 'evil.example'],
  ])('%s', (content, href, host) => expect(link(content)).toMatchObject([{ href, host }]));

  it.each([
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:x)',
    '[a](/account)',
    '[a](//evil.example)',
    '[a](https:\\\\evil.example\u202e)',
    '<javascript:alert(1)>',
  ])('none in %j', (content) =>
    expect(link(content).filter(({ href }) => !/^https?:/.test(href))).toEqual([]),
  );
});

describe('mentions', () => {
  const mentions = [
    { userId: '1', name: 'Mira' },
    { userId: '2', name: 'Mira Lind' },
  ];

  it('stand out, the longest name first, also in bold and not in code or links', () => {
    expect(parseMessage('hi @Mira Lind, **@mira**', mentions)).toEqual(
      line(text('hi '), { kind: 'mention', userId: '2', name: 'Mira Lind' }, text(', '), {
        kind: 'strong',
        children: [{ kind: 'mention', userId: '1', name: 'Mira' }],
      }),
    );
    expect(JSON.stringify(parseMessage('`@Mira` me@Mira [@Mira](https://a.org)', mentions))).not.toContain(
      'mention',
    );
  });
});

describe('hostile texts', () => {
  it('signs that turn the direction are gone', () => {
    expect(plainText('a\u202eb\u2066c')).toBe('abc');
  });

  it.each([
    ['2 000 line ends', '\n'.repeat(2_000)],
    ['line ends between words', 'a\n'.repeat(1_000)],
    ['quotes in quotes', '>'.repeat(2_000)],
    ['lists in lists', '- '.repeat(1_000)],
    ['numbers in numbers', '1. '.repeat(660)],
    ['both in turn', '> - '.repeat(500)],
    ['brackets', '['.repeat(2_000)],
    ['stars', '*a '.repeat(660)],
    ['many bold', '**'.repeat(1_000)],
    ['links in links', '[a]('.repeat(500)],
    ['backticks', '`a``'.repeat(500)],
    ['one long word', 'x'.repeat(2_000)],
    ['addresses', 'www.a.'.repeat(330)],
    ['signs without width', '\u200b\u200d\ufeff'.repeat(600)],
  ])('%s are read quickly and not deeper than they may', (_, content) => {
    const begun = performance.now();
    const blocks = parseMessage(content, []);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(depthOf(blocks)).toBeLessThan(30);
  });

  it('whatever is written, no link leads elsewhere and nothing throws', () => {
    const signs = fc.constantFrom(
      '*',
      '_',
      '~~',
      '`',
      '```\n',
      '> ',
      '- ',
      '1. ',
      '\n',
      '[',
      '](',
      ')',
      '!',
      '<',
      '>',
      '&amp;',
      '\\',
      'javascript:',
      'data:',
      'https://',
      'a.org',
      '@Mira',
      '\u202e',
      '\u200b',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const blocks = parseMessage(parts.join(''), [{ userId: '1', name: 'Mira' }]);
        for (const { href } of linksOf(blocks)) expect(href).toMatch(/^(?:https?:|mailto:)/);
        expect(JSON.stringify(blocks)).not.toContain('\u202e');
      }),
    );
  });
});

it.each([
  ['👍', true],
  ['👍🏽 🎉', true],
  ['👨‍👩‍👧', true],
  ['🇩🇪', true],
  ['❤️', true],
  ['3', false],
  ['#', false],
  ['👍 ok', false],
  ['', false],
])('%s is only emoji: %s', (content, isOne) => expect(isOnlyEmoji(content)).toBe(isOne));

type Link = Extract<Inline, { kind: 'link' }>;

function linksOf(blocks: readonly Block[]): Link[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return inlineLinks(block.children);
    if (block.kind === 'code') return [];
    return linksOf(block.kind === 'quote' ? block.children : block.items.flat());
  });
}

function inlineLinks(inlines: readonly Inline[]): Link[] {
  return inlines.flatMap((part) => {
    if (!('children' in part)) return [];
    return part.kind === 'link' ? [part, ...inlineLinks(part.children)] : inlineLinks(part.children);
  });
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) / 1 : 0;
