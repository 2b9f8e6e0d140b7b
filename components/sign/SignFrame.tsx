import type { ReactNode } from 'react';
import { PageHeader } from '#components/chrome/PageHeader.tsx';
import { ThemedPicture } from '#components/landing/ThemedPicture.tsx';
import type { Theme } from '#hooks/theme.ts';
import { type SceneName, sceneShape, scenes } from './scenes.ts';

interface SignFrameProps {
  theme: Theme;
  scene: SceneName;
  children: ReactNode;
}

/** A narrow page for one calm form; on wide screens a corner of the map stands beside it. */
export function SignFrame({ theme, scene, children }: SignFrameProps) {
  return (
    <div className="wrap flex min-h-dvh flex-col">
      <PageHeader />
      <main
        id="content"
        tabIndex={-1}
        className="grid flex-1 items-start pt-6 pb-16 outline-none desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] desk:items-center desk:gap-16 desk:pt-2"
      >
        <div className="mx-auto w-full max-w-[27rem]">{children}</div>
        <ThemedPicture
          theme={theme}
          {...scenes[scene]}
          {...sceneShape}
          alt=""
          className="hidden aspect-[5/6] max-h-[min(680px,calc(100dvh-144px))] w-full rounded-lg bg-sunken object-cover shadow-3 desk:block"
        />
      </main>
    </div>
  );
}
