'use client';

import { DropdownMenu as Primitive } from 'radix-ui';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { type PersonQuestion, useHud } from '#hooks/live/HudContext.ts';
import type { PersonActions } from '#hooks/live/personActions.ts';
import type { PersonView } from '#hooks/peopleView.ts';
import { PersonMenuItems } from './PersonMenuItems.tsx';

interface PersonMenuProps {
  person: PersonView;
  actions: PersonActions;
  isPending: boolean;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onWalkTo: (() => void) | undefined;
}

/** What one may do with somebody, behind a button of their line. */
export function PersonMenu({ person, actions, isPending, isOpen, onOpenChange, onWalkTo }: PersonMenuProps) {
  const t = useTranslations('personMenu');
  const { ask } = useHud();
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<PersonQuestion | null>(null);

  /** The window opens once the button has the focus again, so that it can give the focus back to it. */
  function askNow(event: Event): void {
    const asked = question.current;
    if (asked === null) return;
    question.current = null;
    event.preventDefault();
    button.current?.focus();
    ask(asked);
  }

  return (
    <Primitive.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <Primitive.Trigger asChild>
        <IconButton
          ref={button}
          icon="more"
          label={t('label', { name: person.name })}
          tone="soft"
          tooltipSide="left"
          aria-busy={isPending}
        />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          onCloseAutoFocus={askNow}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-60 animate-rise overflow-y-auto rounded-md bg-raised p-1.5 shadow-3"
        >
          <PersonMenuItems
            person={person}
            actions={actions}
            onWalkTo={onWalkTo}
            onAsk={(kind) => {
              question.current = { kind, person };
            }}
          />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
