/** The browser can draw neither with WebGL nor on a 2D canvas; the interface says so. */
export class RendererUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('This browser offers no way to draw the map.', options);
    this.name = 'RendererUnavailable';
  }
}
