/** A message as a page shows it, in plain data. Names stand in place of “You”, so that two people's pages can be compared. */
export interface Entry {
  readonly id: string;
  readonly author: string;
  /** Paragraphs and code, one line each. */
  readonly words: string;
  readonly isEdited: boolean;
  readonly isDeleted: boolean;
  readonly isPinned: boolean;
  /** Such as `👍 from Alice, Bob`. */
  readonly reactions: readonly string[];
  /** What is said of the message that it answers. */
  readonly quote: string | null;
  /** How many answers it has, in words. */
  readonly answers: string | null;
  /** Names of pictures, files and recordings. */
  readonly files: readonly string[];
}

/** Reads the messages of a list. Runs inside the page; `name` is that of who looks at it. */
export function readEntries(articles: readonly Element[], name: string): Entry[] {
  const textsOf = (article: Element, selector: string): string[] =>
    [...article.querySelectorAll(selector)].map((element) => element.textContent.trim());
  const labelsOf = (article: Element, selector: string): string[] =>
    [...article.querySelectorAll(selector)].map((element) => element.getAttribute('aria-label') ?? '');
  const named = (words: string): string => words.replaceAll(/\bYou\b/g, name);
  return articles.map((article) => {
    const small = textsOf(article, 'span, p');
    const [author = ''] = (article.getAttribute('aria-label') ?? '').split(', ');
    return {
      id: article.getAttribute('data-message') ?? '',
      author: named(author),
      words: textsOf(article, 'p[dir="auto"], pre').join('\n'),
      isEdited: small.includes('edited'),
      isDeleted: small.includes('This message was deleted'),
      isPinned: small.includes('Pinned'),
      reactions: labelsOf(article, 'ul[aria-label="Reactions"] button').map(named),
      quote: labelsOf(article, 'button[aria-label^="In reply to "]').map(named)[0] ?? null,
      answers: textsOf(article, 'button').find((words) => /^\d+ answers?$/.test(words)) ?? null,
      files: labelsOf(
        article,
        'button[aria-label^="Picture "], a[aria-label^="Save "], [role="group"][aria-label^="Voice "]',
      ),
    };
  });
}
