'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { invitePathFrom } from '#hooks/places/inviteLink.ts';

/** For somebody who got an invite link in another place: they paste it here. */
export function InviteLinkButton() {
  const t = useTranslations('spaces');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="line" onClick={() => setOpen(true)}>
        {t('haveLink')}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('linkTitle')} lead={t('linkLead')}>
        <InviteLinkForm />
      </Dialog>
    </>
  );
}

function InviteLinkForm() {
  const t = useTranslations('spaces');
  const router = useRouter();
  const [isBad, setBad] = useState(false);

  function go(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const link = new FormData(event.currentTarget).get('link');
    const path = typeof link === 'string' ? invitePathFrom(link, window.location.origin) : null;
    setBad(path === null);
    if (path !== null) router.push(path);
  }

  return (
    <form onSubmit={go} noValidate className="grid gap-4">
      <Field
        label={t('linkField')}
        name="link"
        inputMode="url"
        autoComplete="off"
        dir="ltr"
        error={isBad ? t('linkBad') : null}
        onChange={() => setBad(false)}
      />
      <Button type="submit" tone="primary">
        {t('linkGo')}
      </Button>
    </form>
  );
}
