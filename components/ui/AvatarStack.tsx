import { Avatar } from './Avatar.tsx';

/** A few faces, each a little over the one before. */
export function AvatarStack({ casts }: { casts: readonly { key: string; cast: string }[] }) {
  return (
    <span className="flex flex-none">
      {casts.map(({ key, cast }) => (
        <Avatar key={key} cast={cast} size={28} className="-ms-2 rounded-full ring-2 ring-paper first:ms-0" />
      ))}
    </span>
  );
}
