import { ButtonSpecimens } from './ButtonSpecimens.tsx';
import { ChatSpecimens } from './ChatSpecimens.tsx';
import { ChoiceSpecimens } from './ChoiceSpecimens.tsx';
import { ColourSpecimens } from './ColourSpecimens.tsx';
import { ContentSpecimens } from './ContentSpecimens.tsx';
import { FeedbackSpecimens } from './FeedbackSpecimens.tsx';
import { FieldSpecimens } from './FieldSpecimens.tsx';
import {
  IconSpecimens,
  RadiusSpecimens,
  ShadowSpecimens,
  SpacingSpecimens,
  TypeSpecimens,
} from './MeasureSpecimens.tsx';
import { NavigationSpecimens } from './NavigationSpecimens.tsx';
import { PeopleSpecimens } from './PeopleSpecimens.tsx';
import { TableSpecimens } from './TableSpecimens.tsx';
import { WaitingSpecimens } from './WaitingSpecimens.tsx';
import { WindowSpecimens } from './WindowSpecimens.tsx';

/** The whole design system, part by part, in the order of `sections.ts`. */
export function Gallery() {
  return (
    <>
      <ColourSpecimens />
      <TypeSpecimens />
      <SpacingSpecimens />
      <RadiusSpecimens />
      <ShadowSpecimens />
      <IconSpecimens />
      <ButtonSpecimens />
      <FieldSpecimens />
      <ChoiceSpecimens />
      <NavigationSpecimens />
      <PeopleSpecimens />
      <ContentSpecimens />
      <TableSpecimens />
      <FeedbackSpecimens />
      <WaitingSpecimens />
      <WindowSpecimens />
      <ChatSpecimens />
    </>
  );
}
