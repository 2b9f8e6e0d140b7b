'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { CopyField } from '#components/ui/CopyField.tsx';
import { canShare, shareLink } from '#hooks/places/shareLink.ts';
import type { FreshInvitation } from '#hooks/places/useInvitations.ts';
import { useFocusAtFirst } from '#hooks/useFocusAtFirst.ts';
import type { SpaceView } from '#lib/protocol/rest/spaces.ts';

interface FreshLinkProps {
  space: SpaceView;
  fresh: FreshInvitation;
  onAnother: () => void;
}

/** The link of an invitation that was just made. It is shown this once; the server keeps only its fingerprint. */
export function FreshLink({ space, fresh, onAnother }: FreshLinkProps) {
  const t = useTranslations('spaceInvitations');
  const box = useFocusAtFirst<HTMLDivElement>();
  const link = new URL(fresh.path, window.location.origin).href;
  const { email } = fresh;
  return (
    <div ref={box} tabIndex={-1} className="animate-rise rounded-lg outline-none">
      <Card
        title={email === null ? t('readyTitle') : t('sentTitle')}
        lead={email === null ? t('ready') : t('sent', { email })}
        footer={
          <>
            {canShare() && (
              <Button
                icon="external"
                onClick={() => void shareLink(t('shareText', { space: space.name }), link)}
              >
                {t('share')}
              </Button>
            )}
            <Button tone="primary" icon="plus" onClick={onAnother}>
              {t('another')}
            </Button>
          </>
        }
      >
        <CopyField label={t('link')} value={link} />
      </Card>
    </div>
  );
}
