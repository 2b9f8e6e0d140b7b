import { UnknownDoor } from '#components/door/UnknownDoor.tsx';

export default function SpaceNotFound() {
  return <UnknownDoor />;
}
