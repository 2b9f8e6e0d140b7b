import type { DrawnPerson } from './DrawnPerson.ts';

/** Words on tags, in the reader's language. */
export interface TagLabels {
  /** On my own tag. */
  readonly you: string;
  /** Beside the name of a program, such as "guide". */
  readonly resident: string;
}

/** One name tag in the page. */
export interface TagElement {
  readonly element: HTMLElement;
  /** Width in CSS px, measured when the words last changed. */
  width(): number;
  show(person: DrawnPerson, isSpeaking: boolean): void;
  moveTo(x: number, y: number): void;
}

export function createTagElement(labels: TagLabels): TagElement {
  const element = document.createElement('div');
  element.className = 'tag';
  const name = spanOf('name');
  const kind = spanOf('kind');
  element.append(barsElement(), spanOf('dot'), name, kind);
  let shown = '';
  let place = '';
  let width: number | null = null;

  return {
    element,
    width() {
      width ??= element.offsetWidth;
      return width;
    },
    show(person, isSpeaking) {
      const text = person.isSelf ? labels.you : person.name;
      const key = [
        text,
        person.presence,
        person.isSelf,
        person.isResident,
        person.isReconnecting,
        isSpeaking,
      ].join('\n');
      if (key === shown) return;
      shown = key;
      width = null;
      name.textContent = text;
      kind.textContent = person.isResident ? labels.resident : '';
      kind.hidden = !person.isResident;
      element.dataset.presence = person.presence;
      element.toggleAttribute('data-self', person.isSelf);
      element.toggleAttribute('data-reconnecting', person.isReconnecting);
      element.toggleAttribute('data-speaking', isSpeaking);
    },
    moveTo(x, y) {
      const next = `translate(${x}px, ${y}px)`;
      if (next === place) return;
      place = next;
      element.style.transform = next;
    },
  };
}

function spanOf(name: string): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  return span;
}

function barsElement(): HTMLElement {
  const bars = spanOf('bars');
  bars.append(document.createElement('i'), document.createElement('i'), document.createElement('i'));
  return bars;
}
