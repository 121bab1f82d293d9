#!/usr/bin/env python3
"""Writes an event file with TensorBoard's own protocol buffers and record writer, for LogsTests to compare with; reads one.

    python3 -m venv venv; venv/bin/pip install tensorboard==2.21.0
    venv/bin/python Utilities/generate/event_file.py              writes Tests/LogsTests/EventFile.json
    venv/bin/python Utilities/generate/event_file.py --read FILE  prints what TensorBoard reads of a file
"""

import base64
import io
import json
import pathlib
import struct
import sys
import zlib

from tensorboard.backend.event_processing.event_file_loader import LegacyEventFileLoader
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, tensor_shape_pb2
from tensorboard.summary.writer.record_writer import RecordWriter

FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/LogsTests/EventFile.json"
TIME = 12.5


def png(pixels, height, width):
    rows = b"".join(b"\0" + pixels[i * width * 3:(i + 1) * width * 3] for i in range(height))

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))


def main():
    if len(sys.argv) > 2:
        for event in LegacyEventFileLoader(sys.argv[2]).Load():
            print(str(event)[:300])
        return
    text = tensor_pb2.TensorProto(dtype=7, tensor_shape=tensor_shape_pb2.TensorShapeProto(), string_val=[b"**bold**"])
    metadata = summary_pb2.SummaryMetadata(plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name="text"))
    histogram = summary_pb2.HistogramProto(
        min=1, max=5, num=4, sum=11.5, sum_squares=42.25, bucket_limit=[3, 5], bucket=[2, 2])
    image = summary_pb2.Summary.Image(height=2, width=3, colorspace=3, encoded_image_string=png(bytes(range(18)), 2, 3))
    value = summary_pb2.Summary.Value
    steps = [
        (1, [value(tag="accuracy", simple_value=0.5), value(tag="loss", simple_value=1.25)]),
        (300, [value(tag="weights", histo=histogram)]), (300, [value(tag="note", tensor=text, metadata=metadata)]),
        (70000, [value(tag="picture", image=image)]),
    ]
    events = [event_pb2.Event(wall_time=TIME, file_version="brain.Event:2")]
    events += [event_pb2.Event(wall_time=TIME, step=step, summary=summary_pb2.Summary(value=values))
               for step, values in steps]
    file = io.BytesIO()
    writer = RecordWriter(file)
    for event in events:
        writer.write(event.SerializeToString())
    FILE.write_text(json.dumps({"file": base64.b64encode(file.getvalue()).decode()}) + "\n")


if __name__ == "__main__":
    main()
