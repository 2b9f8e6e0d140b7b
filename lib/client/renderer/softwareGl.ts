/** Names under which browsers report a WebGL that is computed by the processor. */
const softwareNames = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Whether WebGL is there but has no graphics hardware behind it. Then the browser's own 2D canvas draws the map several
 * times faster.
 */
export function isSoftwareGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return false;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = info === null ? '' : context.getParameter(info.UNMASKED_RENDERER_WEBGL);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' && softwareNames.test(name);
}
