'use client';

import Link from 'next/link';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export const itemClass =
  'flex min-h-11 items-center gap-3 rounded-sm px-3 text-14 outline-none select-none data-highlighted:bg-sunken data-disabled:opacity-60 forced-colors:data-highlighted:outline-2';

interface MenuProps {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  /** Open from the start, for a menu that is made when it is first asked for. */
  startsOpen?: boolean;
  children: ReactNode;
}

/** A list of things to do that hangs on a button. */
export function Menu({ trigger, align = 'start', startsOpen = false, children }: MenuProps) {
  return (
    <Primitive.Root modal={false} defaultOpen={startsOpen}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={8}
          collisionPadding={12}
          className="z-50 max-h-[calc(100dvh-96px)] min-w-60 animate-rise overflow-y-auto rounded-md bg-raised p-1.5 shadow-3"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="px-3 pt-2.5 pb-1 text-12 font-strong text-ink-soft">
      {children}
    </Primitive.Label>
  );
}

export function MenuLine() {
  return <Primitive.Separator className="mx-3 my-1.5 h-px bg-line" />;
}

interface MenuItemProps {
  icon: IconName;
  children: ReactNode;
  /** `away` for what ends something. */
  tone?: 'plain' | 'away';
  isDisabled?: boolean;
  onSelect: () => void;
}

export function MenuItem({ icon, children, tone = 'plain', isDisabled, onSelect }: MenuItemProps) {
  return (
    <Primitive.Item
      disabled={isDisabled}
      className={tone === 'away' ? `${itemClass} text-bad-text data-highlighted:bg-bad-soft` : itemClass}
      onSelect={onSelect}
    >
      <Icon name={icon} size={19} className={tone === 'away' ? '' : 'text-ink-soft'} />
      {children}
    </Primitive.Item>
  );
}

/** A line of a menu that leads to another page. */
export function MenuLink({ icon, href, children }: { icon: IconName; href: string; children: ReactNode }) {
  return (
    <Primitive.Item asChild className={itemClass}>
      <Link href={href}>
        <Icon name={icon} size={19} className="text-ink-soft" />
        {children}
      </Link>
    </Primitive.Item>
  );
}

interface MenuChoicesProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; icon?: IconName }[];
  onChange: (value: Value) => void;
}

/** One out of a few, with a tick at the chosen one. */
export function MenuChoices<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: MenuChoicesProps<Value>) {
  function choose(next: string): void {
    const choice = choices.find((candidate) => candidate.value === next);
    if (choice !== undefined) onChange(choice.value);
  }
  return (
    <>
      <MenuLabel>{label}</MenuLabel>
      <Primitive.RadioGroup value={value} onValueChange={choose} aria-label={label}>
        {choices.map((choice) => (
          <Primitive.RadioItem key={choice.value} value={choice.value} className={itemClass}>
            {choice.icon && <Icon name={choice.icon} size={19} className="text-ink-soft" />}
            <span className="flex-1">{choice.label}</span>
            <Primitive.ItemIndicator className="text-lagoon-text">
              <Icon name="check" size={18} />
            </Primitive.ItemIndicator>
          </Primitive.RadioItem>
        ))}
      </Primitive.RadioGroup>
    </>
  );
}
