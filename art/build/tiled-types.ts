/* The part of Tiled's JSON map format 1.10 that is written. See "JSON Map Format" in Tiled's documentation. */

export interface TiledProperty {
  readonly name: string;
  readonly type: 'string' | 'float' | 'bool' | 'color';
  readonly value: string | number | boolean;
}

export interface TiledObject {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: 0;
  readonly visible: true;
  readonly gid?: number;
  readonly point?: true;
  readonly properties?: readonly TiledProperty[];
}

interface TiledLayerBase {
  readonly id: number;
  readonly name: string;
  readonly x: 0;
  readonly y: 0;
  readonly opacity: number;
  readonly visible: boolean;
}

export interface TiledTileLayer extends TiledLayerBase {
  readonly type: 'tilelayer';
  readonly width: number;
  readonly height: number;
  readonly data: readonly number[];
}

export interface TiledObjectLayer extends TiledLayerBase {
  readonly type: 'objectgroup';
  readonly draworder: 'index';
  readonly objects: readonly TiledObject[];
}

export interface TiledTile {
  readonly id: number;
  readonly type?: string;
  readonly image?: string;
  readonly imagewidth?: number;
  readonly imageheight?: number;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface TiledTileset {
  readonly firstgid: number;
  readonly name: string;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly tilecount: number;
  readonly columns: number;
  readonly margin: number;
  readonly spacing: number;
  readonly image?: string;
  readonly imagewidth?: number;
  readonly imageheight?: number;
  readonly tiles?: readonly TiledTile[];
}

export interface TiledMapFile {
  readonly type: 'map';
  readonly version: '1.10';
  readonly tiledversion: '1.10.2';
  readonly orientation: 'orthogonal';
  readonly renderorder: 'right-down';
  readonly compressionlevel: -1;
  readonly infinite: false;
  readonly width: number;
  readonly height: number;
  readonly tilewidth: number;
  readonly tileheight: number;
  readonly backgroundcolor: string;
  readonly nextlayerid: number;
  readonly nextobjectid: number;
  readonly properties: readonly TiledProperty[];
  readonly tilesets: readonly TiledTileset[];
  readonly layers: readonly (TiledTileLayer | TiledObjectLayer)[];
}
