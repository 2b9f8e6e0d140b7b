'use client';

import { useTranslations } from 'use-intl';
import { MenuChoices } from '#components/ui/Menu.tsx';
import { useWindowSize } from '#hooks/useWindowSize.ts';
import { roles as allRoles, type Role } from '#lib/domain/access/roles.ts';
import { MenuSub } from './MenuSub.tsx';

interface RoleItemsProps {
  role: Role;
  /** Roles that may be given. */
  roles: readonly Role[];
  onChange: (role: Role) => void;
}

/** From here on a second menu has room beside the first, in CSS px. */
const sideBySideWidth = 760;

/** The roles somebody can be given, with a tick at theirs: in a menu of their own, on phones in the same one. */
export function RoleItems({ role, roles, onChange }: RoleItemsProps) {
  const t = useTranslations();
  const { width } = useWindowSize();
  const label = t('personMenu.role');
  const choices = allRoles
    .filter((each) => each === role || roles.includes(each))
    .map((value) => ({ value, label: t(`roleNames.${value}`) }));
  const list = (
    <MenuChoices
      label={label}
      value={role}
      choices={choices}
      onChange={(next) => next !== role && onChange(next)}
    />
  );
  if (width < sideBySideWidth) return list;
  return (
    <MenuSub icon="shield" label={label}>
      {list}
    </MenuSub>
  );
}
