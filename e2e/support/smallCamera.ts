/**
 * Gives the page a small webcam (320×180): the encoders of three full pictures take more than the two cores there may
 * be. Runs inside the page before its own scripts.
 */
export function installSmallCamera(): void {
  const devices = navigator.mediaDevices;
  const capture = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (constraints = {}) => {
    const { video } = constraints;
    if (typeof video !== 'object') return capture(constraints);
    return capture({ ...constraints, video: { ...video, width: 320, height: 180 } });
  };
}
