'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { FormProblem } from '#components/ui/FormProblem.tsx';
import { leaveFor } from '#hooks/leaveFor.ts';
import { addressOfProvider, type Provider } from '#hooks/providerSignIn.ts';
import { useAction } from '#hooks/useAction.ts';

interface ProviderButtonsProps {
  providers: readonly Provider[];
  /** Own path to come back to. */
  returnTo: string;
}

/** The other services by which one can sign in here, one button each. */
export function ProviderButtons({ providers, returnTo }: ProviderButtonsProps) {
  const t = useTranslations('signIn');
  const going = useAction(async (id: string) => leaveFor(await addressOfProvider(id, returnTo)));
  return (
    <div className="grid gap-2">
      <FormProblem error={going.error} words={{ offline: t('providerUnreachable') }} />
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          tone="line"
          size="large"
          aria-disabled={going.isPending}
          onClick={() => void going.run(id)}
        >
          {t('with', { provider: name })}
        </Button>
      ))}
    </div>
  );
}
