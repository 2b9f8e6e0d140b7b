'use client';

import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly content: ReactNode;
}

interface TabsProps<Value extends string> {
  /** What the tabs choose among; read out. */
  label: string;
  tabs: readonly Tab<Value>[];
  /** The open one, when the owner keeps it; else `initial` or the first opens. */
  value?: Value;
  initial?: Value;
  onChange?: (value: Value) => void;
}

/** Several views of one matter in one place. For pages with addresses of their own there is `SegmentedTabs`. */
export function Tabs<Value extends string>({ label, tabs, value, initial, onChange }: TabsProps<Value>) {
  function choose(next: string): void {
    const tab = tabs.find((candidate) => candidate.value === next);
    if (tab !== undefined) onChange?.(tab.value);
  }
  return (
    <Primitive.Root value={value} defaultValue={initial ?? tabs[0]?.value} onValueChange={choose}>
      <div className="no-scrollbar -m-1 overflow-x-auto p-1">
        <Primitive.List aria-label={label} className="flex w-max gap-1 rounded-md bg-sunken p-1">
          {tabs.map((tab) => (
            <Primitive.Trigger
              key={tab.value}
              value={tab.value}
              className="flex min-h-11 items-center gap-2 rounded-[10px] px-3.5 text-14 font-medium whitespace-nowrap text-ink-soft transition-colors duration-120 hover:text-ink data-[state=active]:bg-raised data-[state=active]:text-ink data-[state=active]:shadow-1 desk:min-h-9 forced-colors:data-[state=active]:border"
            >
              {tab.icon && <Icon name={tab.icon} size={18} />}
              {tab.label}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
      </div>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="rounded-md pt-4">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}
