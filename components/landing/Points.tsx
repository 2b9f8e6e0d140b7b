import type { Theme } from '#hooks/theme.ts';
import { type PointPicture, pointPictures } from './pictures.ts';
import { ThemedPicture } from './ThemedPicture.tsx';

interface PointsProps {
  theme: Theme;
  label: string;
  points: Record<PointPicture, { title: string; text: string }>;
}

/** What the place is good for: three pictures with a sentence each. */
export function Points({ theme, label, points }: PointsProps) {
  return (
    <section
      aria-label={label}
      className="grid gap-10 pt-12 pb-14 desk:grid-cols-3 desk:gap-8 desk:pt-18 desk:pb-24"
    >
      {Object.entries(pointPictures).map(([key, picture]) => {
        const point = points[key as PointPicture];
        return (
          <div key={key}>
            <ThemedPicture
              theme={theme}
              {...picture}
              alt=""
              className="aspect-16/10 w-full rounded-lg bg-sunken object-cover"
            />
            <h2 className="mt-4 mb-1.5 text-22 leading-snug font-title tracking-title desk:mt-6">
              {point.title}
            </h2>
            <p className="max-w-[24em] text-16 text-pretty text-ink-soft">{point.text}</p>
          </div>
        );
      })}
    </section>
  );
}
