/** A corner of the demo map in both lightings, as tall as a page's form. */
export interface Scene {
  readonly light: string;
  readonly dark: string;
}

/** Shape of every scene, in units of the map (32 a tile). */
export const sceneShape = { width: 265, height: 318 } as const;

function corner(x: number, y: number): Scene {
  // SVG 2, fragment `svgView`: one file serves every corner.
  const view = `#svgView(viewBox(${x},${y},${sceneShape.width},${sceneShape.height}))`;
  return { light: `/maps/office-preview.svg${view}`, dark: `/maps/office-preview-night.svg${view}` };
}

export const scenes = {
  /** Three people talk on the rug, and somebody waves at the door. */
  rug: corner(478, 346),
  /** Two people on the terrace. */
  terrace: corner(190, 372),
  /** Somebody reads on the sofa. */
  lounge: corner(186, 108),
  /** Two people at the kitchen island. */
  kitchen: corner(770, 108),
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
