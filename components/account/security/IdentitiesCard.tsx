'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { type Identity, servicesOf } from '#hooks/account/services.ts';
import { useMoment } from '#hooks/account/useMoment.ts';
import { leaveFor } from '#hooks/leaveFor.ts';
import { addressOfProvider, type Provider } from '#hooks/providerSignIn.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { UnlinkButton } from './UnlinkButton.tsx';

interface IdentitiesCardProps {
  /** Services by which one can sign in here. */
  providers: readonly Provider[];
  /** Those that lead to my account. */
  identities: readonly Identity[];
}

/** Other services by which I can sign in: those that are linked, and those that could be. */
export function IdentitiesCard({ providers, identities }: IdentitiesCardProps) {
  const t = useTranslations('security');
  const moment = useMoment();
  const [linked, setLinked] = useState(identities);
  const linking = useToldAction('link', async (id: string) =>
    leaveFor(await addressOfProvider(id, '/account/security')),
  );
  const remove = (id: string) => setLinked((before) => before.filter(({ provider }) => provider !== id));

  return (
    <Card title={t('identitiesTitle')} lead={t('identitiesLead')}>
      <ul className="-my-3">
        {servicesOf(providers, linked).map(({ id, name, linkedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-0"
          >
            <div className="min-w-0 flex-1">
              <p className="font-name">{name}</p>
              {linkedAt !== null && (
                <p className="text-13 text-ink-soft">
                  {t('identitiesSince', { date: moment.day(linkedAt) })}
                </p>
              )}
            </div>
            {linkedAt === null ? (
              <Button size="small" aria-disabled={linking.isPending} onClick={() => void linking.run(id)}>
                {t('identitiesLink', { provider: name })}
              </Button>
            ) : (
              <UnlinkButton id={id} name={name} onUnlinked={() => remove(id)} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
