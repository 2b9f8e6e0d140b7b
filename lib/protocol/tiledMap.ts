import * as z from 'zod/mini';

/**
 * The part of Tiled's JSON map format that Vicinity reads (orthogonal, finite maps; layer data as arrays).
 * Source: Tiled documentation, "JSON Map Format" 1.10. Unknown fields are kept, so a map survives a round trip.
 */
const propertySchema = z.object({
  name: z.string(),
  type: z.optional(z.string()),
  value: z.union([z.string(), z.number(), z.boolean()]),
});

const propertiesSchema = z.optional(z.array(propertySchema));

const tileDefinitionSchema = z.looseObject({
  id: z.int(),
  /** The tile's class: Tiled 1.10 writes `type`, 1.9 wrote `class`. */
  type: z.optional(z.string()),
  class: z.optional(z.string()),
  image: z.optional(z.string()),
  imagewidth: z.optional(z.number()),
  imageheight: z.optional(z.number()),
  x: z.optional(z.number()),
  y: z.optional(z.number()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  properties: propertiesSchema,
});

const tilesetSchema = z.looseObject({
  firstgid: z.int(),
  name: z.string(),
  tilewidth: z.number(),
  tileheight: z.number(),
  tilecount: z.int(),
  columns: z.int(),
  spacing: z.optional(z.int()),
  margin: z.optional(z.int()),
  image: z.optional(z.string()),
  imagewidth: z.optional(z.number()),
  imageheight: z.optional(z.number()),
  tiles: z.optional(z.array(tileDefinitionSchema)),
});

const objectSchema = z.looseObject({
  id: z.int(),
  name: z.optional(z.string()),
  type: z.optional(z.string()),
  class: z.optional(z.string()),
  gid: z.optional(z.int()),
  x: z.number(),
  y: z.number(),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  point: z.optional(z.boolean()),
  visible: z.optional(z.boolean()),
  properties: propertiesSchema,
});

const layerFields = {
  id: z.int(),
  name: z.string(),
  visible: z.optional(z.boolean()),
  opacity: z.optional(z.number()),
  properties: propertiesSchema,
};

const tileLayerSchema = z.looseObject({
  ...layerFields,
  type: z.literal('tilelayer'),
  width: z.int(),
  height: z.int(),
  /** One gid per tile, row by row; 0 is empty. */
  data: z.array(z.int()),
});

const objectLayerSchema = z.looseObject({
  ...layerFields,
  type: z.literal('objectgroup'),
  objects: z.array(objectSchema),
});

export const tiledMapSchema = z.looseObject({
  type: z.literal('map'),
  orientation: z.literal('orthogonal'),
  infinite: z.literal(false),
  width: z.int().check(z.minimum(1), z.maximum(4_096)),
  height: z.int().check(z.minimum(1), z.maximum(4_096)),
  tilewidth: z.int(),
  tileheight: z.int(),
  layers: z.array(z.discriminatedUnion('type', [tileLayerSchema, objectLayerSchema])),
  tilesets: z.array(tilesetSchema),
  properties: propertiesSchema,
});

export type TiledMap = z.infer<typeof tiledMapSchema>;
