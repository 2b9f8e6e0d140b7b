import { Bars } from '#components/ui/Bars.tsx';
import { cx } from '#components/ui/cx.ts';
import { Portrait } from '#components/ui/Portrait.tsx';

/** The three who talk in the middle of the picture, in the order of their tiles. */
const talkers = [
  { cast: 'amara', name: 'Amara', isSpeaking: true },
  { cast: 'jonas', name: 'Jonas', isSpeaking: false },
  { cast: 'mira', name: 'Mira', isSpeaking: false },
];

/** Their pictures over the map, as in the space itself. Part of the picture, so silent to screen readers. */
export function HeroTiles() {
  return (
    <div
      aria-hidden="true"
      className="absolute inset-x-3 top-3 flex justify-center gap-2 desk:inset-x-0 desk:top-5 desk:gap-2.5"
    >
      {talkers.map(({ cast, name, isSpeaking }) => (
        <div
          key={cast}
          className={cx(
            'relative h-18 w-27 overflow-hidden rounded-md desk:h-26 desk:w-41',
            isSpeaking ? 'tile-speaking' : 'shadow-2',
          )}
        >
          <Portrait cast={cast} label="" />
          <span className="absolute start-1.5 bottom-1.5 inline-flex h-5 items-center gap-1.5 rounded-full bg-tile-label px-2 text-11 font-name text-on-tile">
            {isSpeaking && (
              <span className="flex text-near">
                <Bars />
              </span>
            )}
            {name}
          </span>
        </div>
      ))}
    </div>
  );
}
