'use client';

import { useTranslations } from 'use-intl';
import { Badge } from '#components/ui/Badge.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Icon } from '#components/ui/Icon.tsx';
import { Menu, MenuChoices } from '#components/ui/Menu.tsx';
import type { Role } from '#lib/domain/access/roles.ts';

interface RoleMenuProps {
  /** Whose role it is. */
  name: string;
  role: Role;
  /** Roles that I may give; fewer than two, and the role is only shown. */
  choices: readonly Role[];
  onChange: (role: Role) => void;
}

/** Somebody's role, to change where I may. */
export function RoleMenu({ name, role, choices, onChange }: RoleMenuProps) {
  const t = useTranslations('spaceMembers');
  const names = useTranslations('roleNames');
  if (choices.length < 2) {
    return <Badge tone={role === 'owner' || role === 'admin' ? 'lagoon' : 'plain'}>{names(role)}</Badge>;
  }
  return (
    <Menu
      trigger={
        <Button size="small" tone="line" aria-label={`${t('roleOf', { name })}: ${names(role)}`}>
          {names(role)}
          <Icon name="down" size={16} className="text-ink-soft" />
        </Button>
      }
    >
      <MenuChoices
        label={t('roleOf', { name })}
        value={role}
        choices={choices.toReversed().map((value) => ({ value, label: names(value) }))}
        onChange={(next) => next !== role && onChange(next)}
      />
    </Menu>
  );
}
