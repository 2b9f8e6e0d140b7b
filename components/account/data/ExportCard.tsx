'use client';

import { useTranslations } from 'use-intl';
import { Button } from '#components/ui/Button.tsx';
import { Card } from '#components/ui/Card.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { saveFile } from '#hooks/saveFile.ts';
import { useApi } from '#hooks/useApi.ts';
import { useToasts } from '#hooks/useToasts.ts';
import { useToldAction } from '#hooks/useToldAction.ts';
import { meRoutes } from '#lib/protocol/rest/me.ts';

/** Everything that is stored about me, as a file. */
export function ExportCard() {
  const t = useTranslations('accountData');
  const api = useApi();
  const toasts = useToasts();
  const saving = useToldAction('export', async () => {
    const { reply } = await api.call(meRoutes.exportMe, {}, { timeoutMs: 60_000 });
    const date = new Date().toISOString().slice(0, 10);
    saveFile(t('exportFile', { date }), JSON.stringify(reply, null, 2), 'application/json');
    toasts.show({ key: 'export', title: t('exportDone') });
  });
  return (
    <Card title={t('exportTitle')} lead={t('export')}>
      <Button
        icon="download"
        aria-disabled={saving.isPending}
        aria-busy={saving.isPending}
        onClick={() => void saving.run()}
      >
        {saving.isPending && <Spinner size={18} label={null} />}
        {saving.isPending ? t('exportPending') : t('exportButton')}
      </Button>
    </Card>
  );
}
