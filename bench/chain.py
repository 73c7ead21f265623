"""What an astronomer would write today for one exposure, each part timed: chain.py NIGHT EXPOSURE FOLDER

Prints a line for each part: its name, seconds of CPU (of this process and its children) and seconds by the clock.
The masters, medians of the night's frames, are made once and kept in FOLDER.
"""
import glob
import os
import resource
import subprocess
import sys
import time
import warnings

warnings.filterwarnings("ignore")

import astropy.units as u
import astroscrappy
import ccdproc
import matplotlib

matplotlib.use("Agg")
import matplotlib.image
import numpy as np
import sep
from astropy.coordinates import SkyCoord
from astropy.io import fits
from astropy.nddata import CCDData
from astropy.stats import sigma_clip
from astropy.table import Table
from astropy.visualization import AsinhStretch, ZScaleInterval
from astropy.wcs import WCS
from astropy.wcs.utils import fit_wcs_from_points

night, exposure, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def cpu():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class part:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.wall, self.cpu = time.perf_counter(), cpu()

    def __exit__(self, *failure):
        if failure[0] is None:
            print(self.name, f"{cpu() - self.cpu:.4f} {time.perf_counter() - self.wall:.4f}")


def raw(file):
    frame = CCDData.read(file, unit="adu")
    frame = ccdproc.subtract_overscan(frame, fits_section=frame.header["BIASSEC"], median=True)
    return ccdproc.trim_image(frame, fits_section=frame.header["TRIMSEC"])


def master(kind, *steps):
    file = f"{folder}/python_{kind}.fits"
    if not os.path.exists(file):
        frames = [raw(each) for each in sorted(glob.glob(f"{night}/raw/{kind}_*.fits"))]
        for step in steps:
            frames = [step(frame) for frame in frames]
        pixels = np.median([frame.data.astype("f4") for frame in frames], axis=0)
        fits.PrimaryHDU(pixels.astype("f4"), fits.Header({"EXPTIME": frames[0].header["EXPTIME"]})).writeto(file)
    return CCDData.read(file, unit="adu")


bias = master("bias")
dark = master("dark", lambda frame: ccdproc.subtract_bias(frame, bias))
flat = master("flat", lambda frame: ccdproc.subtract_bias(frame, bias))

with part("PIXELS"):
    frame = raw(f"{night}/raw/sci_{exposure:02d}.fits")
    header = frame.header
    frame = ccdproc.subtract_bias(frame, bias)
    frame = ccdproc.subtract_dark(frame, dark, exposure_time="EXPTIME", exposure_unit=u.s)
    frame = ccdproc.flat_correct(frame, flat)
    pixels = np.ascontiguousarray(frame.data.astype(np.float32))

with part("COSMIC_RAYS"):
    struck, clean = astroscrappy.detect_cosmics(pixels, gain=1.5, readnoise=5.0, satlevel=55000.0)
    clean = clean / np.float32(1.5)

with part("SOURCES"):
    sep.set_extract_pixstack(2000000)
    sky = sep.Background(clean)
    light = clean - sky
    found = sep.extract(light, 1.5, err=sky.globalrms)
    radius, _ = sep.flux_radius(light, found["x"], found["y"], 6.0 * found["a"], 0.5, normflux=found["flux"], subpix=5)
    x, y, _ = sep.winpos(light, found["x"], found["y"], np.clip(2 / 2.35 * radius, 0.5, None))
    flux, error, _ = sep.sum_circle(light, found["x"], found["y"], 8.0, err=sky.globalrms, gain=1.5)
    good = (found["flag"] == 0) & (found["peak"] < 50000) & (flux / error > 50)

with part("SKY"):
    brightest = np.argsort(-flux)[:500]
    rows = [found["x"][brightest] + 1, found["y"][brightest] + 1, flux[brightest]]
    sources = f"{folder}/python.xyls"
    Table(rows, names=("X", "Y", "FLUX")).write(sources, format="fits", overwrite=True)
    height, width = clean.shape
    hints = f"--width {width} --height {height} --ra 310 --dec 45 --radius 1 --scale-units arcsecperpix"
    options = "--scale-low 0.95 --scale-high 1.05 --tweak-order 1 --crpix-center --sort-column FLUX --overwrite --no-plots"
    command = ["solve-field", "--dir", folder, *hints.split(), *options.split(), sources]
    subprocess.run(command, check=True, capture_output=True)
    wcs = WCS(fits.getheader(f"{folder}/python.wcs"))
    stars = Table.read(f"{night}/refcat.fits")
    places = SkyCoord(stars["RA"], stars["DEC"], unit="deg")
    for reach in (4.0, 1.5, 1.0):
        nearest, distance, _ = wcs.pixel_to_world(x[good], y[good]).match_to_catalog_sky(places)
        pair = distance.arcsec < reach
        if reach > 1.0:
            wcs = fit_wcs_from_points((x[good][pair], y[good][pair]), places[nearest[pair]], projection="TAN")
    instrumental = -2.5 * np.log10(flux[good][pair] / header["EXPTIME"])
    zero_point = float(np.ma.median(sigma_clip(np.array(stars["MAG"][nearest[pair]]) - instrumental, sigma=3)))

with part("WRITING"):
    header.update(wcs.to_header())
    image = fits.CompImageHDU(clean.astype(np.float32), header, compression_type="RICE_1", quantize_level=4)
    image.writeto(f"{folder}/python.fits.fz", overwrite=True)
    Table({"X": x, "Y": y, "FLUX": flux}).write(f"{folder}/python.cat.fits", overwrite=True)

with part("PREVIEW"):
    low, high = ZScaleInterval().get_limits(clean)
    grey = AsinhStretch(0.1)(np.clip((clean - low) / (high - low) / 10, 0, 1))
    matplotlib.image.imsave(f"{folder}/python.png", grey[::4, ::4], cmap="gray")
