"""What any Qt program costs: a main window with a text browser, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser


def main():
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(QTextBrowser())
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
