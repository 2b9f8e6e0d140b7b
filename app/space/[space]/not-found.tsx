import { UnknownDoor } from '#components/door/UnknownDoor.tsx';
import { Words } from '../../_server/Words.tsx';

export default function SpaceNotFound() {
  return (
    <Words of="unknownDoor">
      <UnknownDoor />
    </Words>
  );
}
