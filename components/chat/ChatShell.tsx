'use client';

import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '#components/ui/cx.ts';
import { Icon } from '#components/ui/Icon.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import { focusContentIfLost } from '#hooks/focusContent.ts';
import { useWindowSize } from '#hooks/useWindowSize.ts';
import { RoomView } from './RoomView.tsx';
import { RoomList } from './rooms/RoomList.tsx';
import { SideView } from './SideView.tsx';
import { columnCount, columnsOf } from './shellState.ts';
import type { Shell } from './useShell.ts';

interface ChatShellProps {
  layout: 'panel' | 'page';
  shell: Shell;
  /** Puts the chat away, beside the map. */
  onClose?: () => void;
  /** What stands in the head of the list besides. */
  headLinks?: ReactNode;
}

/** The parts of the chat in as many columns as fit. */
export function ChatShell({ layout, shell, onClose, headLinks }: ChatShellProps) {
  const t = useTranslations('chat.room');
  const { width } = useWindowSize();
  const count = columnCount(layout, width);
  const { middle, hasListBeside, side } = columnsOf(shell.state, count);
  const hasShown = useHasShown();
  const list = (
    <>
      <ListHead shell={shell} onClose={onClose}>
        {headLinks}
      </ListHead>
      <RoomList onPick={shell.openRoom} />
    </>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      {hasListBeside && (
        <Column className="w-72 flex-none border-e border-line" hasShown={hasShown}>
          {list}
        </Column>
      )}
      <div className="relative flex min-h-0 min-w-0 flex-1">
        <Column
          key={middle}
          className="flex-1"
          label={middle === 'room' ? t('talk') : undefined}
          isCovered={side === 'over'}
          hasShown={hasShown}
        >
          {middle === 'list' ? list : <Middle shell={shell} isAlone={count === 1} onClose={onClose} />}
        </Column>
        {side === 'over' && (
          <Column className="absolute inset-0 z-10 bg-raised" label={t('side')} hasShown={hasShown}>
            <GivesFocusBack isOver />
            <SideView shell={shell} isOver />
          </Column>
        )}
      </div>
      {side === 'beside' && (
        <Column className="w-96 flex-none border-s border-line" label={t('side')} hasShown={hasShown}>
          <GivesFocusBack isOver={false} />
          <SideView shell={shell} isOver={false} />
        </Column>
      )}
    </div>
  );
}

/** Whether the shell has been on the page before: what comes later may take a keyboard that nothing else has. */
function useHasShown(): RefObject<boolean> {
  const hasShown = useRef(false);
  useEffect(() => {
    hasShown.current = true;
  }, []);
  return hasShown;
}

interface ColumnProps {
  className: string;
  label?: string | undefined;
  isCovered?: boolean;
  hasShown: RefObject<boolean>;
  children: ReactNode;
}

/** A part of the chat. When it takes the place of what had the keyboard, it takes the keyboard as well. */
function Column({ className, label, isCovered = false, hasShown, children }: ColumnProps) {
  const column = useRef<HTMLElement>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && hasShown.current && !isCovered) column.current?.focus({ preventScroll: true });
  }, [hasShown, isCovered]);
  return (
    <section
      ref={column}
      tabIndex={-1}
      inert={isCovered}
      aria-label={label}
      className={cx('flex min-h-0 min-w-0 flex-col outline-none', className)}
    >
      {children}
    </section>
  );
}

/**
 * When the part that it stands in closes, whatever opened it has the keyboard again. Where that is gone, the part that
 * was covered takes the keyboard by itself; one that stood beside it leaves it to the page.
 */
function GivesFocusBack({ isOver }: { isOver: boolean }) {
  const owner = useRef<Element | null>(null);
  // Before the column takes the keyboard for itself.
  useLayoutEffect(() => {
    owner.current = document.activeElement;
  }, []);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!isLost) return;
      if (owner.current instanceof HTMLElement) owner.current.focus({ preventScroll: true });
      if (!isOver) focusContentIfLost();
    },
    [isOver],
  );
  return null;
}

interface MiddleProps {
  shell: Shell;
  isAlone: boolean;
  onClose: (() => void) | undefined;
}

function Middle({ shell, isAlone, onClose }: MiddleProps) {
  const { roomId } = shell.state;
  if (roomId === null) return <NoRoom />;
  return (
    <RoomView
      roomId={roomId}
      onBack={isAlone ? shell.back : undefined}
      onClose={onClose}
      onPins={() => shell.showSide('pins')}
      onSearch={() => shell.showSide('search')}
      onShowThread={shell.showThread}
    />
  );
}

interface ListHeadProps {
  shell: Shell;
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

function ListHead({ shell, onClose, children }: ListHeadProps) {
  const t = useTranslations('chat.room');
  return (
    <header className="flex min-h-15 flex-none items-center gap-0.5 ps-5 pe-2">
      <h2 className="flex-1 text-18 font-title tracking-title">{t('title')}</h2>
      <IconButton
        icon="search"
        label={t('searchAll')}
        tone="soft"
        tooltipSide="bottom"
        onClick={() => shell.showSide('search')}
      />
      <IconButton
        icon="bell"
        label={t('notices')}
        tone="soft"
        tooltipSide="bottom"
        onClick={() => shell.showSide('notices')}
      />
      {children}
      {onClose && (
        <IconButton icon="close" label={t('close')} tone="soft" tooltipSide="bottom" onClick={onClose} />
      )}
    </header>
  );
}

/** What stands in the middle until a room is picked. */
function NoRoom() {
  const t = useTranslations('chat.room');
  return (
    <div className="grid flex-1 content-center justify-items-center gap-3 px-6 text-center text-ink-soft">
      <span className="inline-grid size-13 place-items-center rounded-full bg-sunken">
        <Icon name="chat" size={24} />
      </span>
      <p className="text-14">{t('pick')}</p>
    </div>
  );
}
