import { SkeletonRows } from '#components/ui/SkeletonRows.tsx';

/** Calm rows in the place of the chat until it is known who looks. */
export default function ChatLoading() {
  return (
    <main id="content" tabIndex={-1} className="wrap min-h-dvh pt-20 outline-none">
      <SkeletonRows count={8} hasFaces />
    </main>
  );
}
