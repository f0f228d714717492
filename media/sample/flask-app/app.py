"""Shows another boat each time the page is loaded."""

import random

from flask import Flask, render_template, url_for

app = Flask(__name__)

BOATS = [
    ("sloop.svg", "A sloop with the wind on her beam"),
    ("tug.svg", "A tug on her way to work"),
    ("submarine.svg", "A submarine looking round"),
    ("container-ship.svg", "A container ship, of course"),
    ("lighthouse.svg", "Not a boat, but every boat likes to see it"),
]


@app.route("/")
def boat_of_the_day():
    file, caption = random.choice(BOATS)
    return render_template("index.html", picture=url_for("static", filename=file), caption=caption)


@app.route("/health")
def health():
    return "afloat\n"


if __name__ == "__main__":
    # 0.0.0.0, because 127.0.0.1 inside a container can't be reached from outside it.
    app.run(host="0.0.0.0", port=5000)
