#include "ui/edit/byteseditor.h"

#include "core/edit/values/bytes.h"
#include "models/pooled.h"
#include "models/valuefile.h"
#include "ui/edit/hexview.h"
#include "ui/edit/inputlook.h"
#include "ui/theme/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureWidth = 240;
/// A picture is for a glance: larger ones are looked at with something else.
constexpr qsizetype largestPicture = 32 * 1024 * 1024;

/// What the first bytes say; empty for anything but the pictures that are shown.
QString pictureKind(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return u"PNG"_s;
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return u"JPEG"_s;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return u"GIF"_s;
    return bytes.startsWith("BM") ? u"BMP"_s : QString();
}

} // namespace

BytesEditor::BytesEditor(const Theme &theme, QWidget *parent)
    : ValueEditor(parent)
    , m_theme(theme)
    , m_hex(new HexView(theme, this))
    , m_picture(new QLabel(this))
    , m_save(makeButton(tr("Save to file…"), u"bytesSave"_s, u"file"_s))
{
    m_hex->setObjectName(u"bytesHex"_s);
    m_hex->setAccessibleName(tr("Bytes"));
    frameLikeInput(*m_hex);
    m_picture->setObjectName(u"bytesPicture"_s);
    m_picture->setFixedWidth(pictureWidth);
    m_picture->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_picture->hide();
    setFocusProxy(m_hex);

    auto *load = makeButton(tr("Load from file…"), u"bytesLoad"_s, u"plus"_s);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(load);
    bar->addWidget(m_save);
    bar->addStretch();
    auto *views = new QHBoxLayout;
    views->setSpacing(12);
    views->addWidget(m_hex, 1);
    views->addWidget(m_picture);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(views, 1);
    layout->addLayout(bar);
    connect(load, &QToolButton::clicked, this, &BytesEditor::chooseFile);
    connect(m_save, &QToolButton::clicked, this, &BytesEditor::chooseTarget);
    connect(m_hex, &HexView::edited, this, [this] {
        m_modified = true;
        m_said.clear();
        preview();
        emit edited();
    });
}

QToolButton *BytesEditor::makeButton(const QString &text, const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setIcon(m_theme.icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void BytesEditor::setText(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    m_said.clear();
    const auto bytes = edit::parseBytes(text);
    m_fault = bytes ? QString() : bytes.error().message;
    setBytes(bytes ? *bytes : QByteArray());
}

void BytesEditor::setBytes(const QByteArray &bytes)
{
    m_hex->setBytes(bytes);
    preview();
}

QByteArray BytesEditor::text() const
{
    return m_modified ? edit::writeBytes(m_hex->bytes()) : m_given;
}

QString BytesEditor::note() const
{
    QStringList notes{tr("%Ln bytes", nullptr, static_cast<int>(m_hex->bytes().size()))};
    if (!m_imageNote.isEmpty())
        notes << m_imageNote;
    if (!m_said.isEmpty())
        notes << m_said;
    return notes.join(u" · "_s);
}

void BytesEditor::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Load from file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &BytesEditor::loadFrom);
    dialog->open();
}

void BytesEditor::chooseTarget()
{
    auto *dialog = new QFileDialog(this, tr("Save to file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &BytesEditor::saveTo);
    dialog->open();
}

void BytesEditor::loadFrom(const QString &path)
{
    m_reading.run(models::readValueFile(path), [this](const Result<QByteArray> &bytes) {
        m_fault = bytes ? QString() : bytes.error().message;
        if (!bytes) {
            emit settled();
            return;
        }
        m_modified = true;
        m_said.clear();
        setBytes(*bytes);
        emit edited();
    });
}

void BytesEditor::saveTo(const QString &path)
{
    m_writing.run(models::writeValueFile(path, m_hex->bytes()), [this, path](const Result<qint64> &size) {
        m_said = size ? tr("saved to %1").arg(path) : size.error().message;
        emit settled();
    });
}

void BytesEditor::preview()
{
    const auto kind = pictureKind(m_hex->bytes().left(16));
    m_decoding.cancel();
    m_image = {};
    m_imageNote.clear();
    showImage();
    if (kind.isEmpty() || m_hex->bytes().size() > largestPicture)
        return;
    const auto decoded = models::pooled([bytes = m_hex->bytes()] { return QImage::fromData(bytes); });
    m_decoding.run(decoded, [this, kind](const QImage &image) {
        m_image = image;
        if (!image.isNull())
            m_imageNote = u"%1 %2 × %3"_s.arg(kind).arg(image.width()).arg(image.height());
        showImage();
        emit settled();
    });
}

void BytesEditor::showImage()
{
    m_picture->setVisible(!m_image.isNull());
    if (m_image.isNull())
        return;
    m_picture->setAccessibleName(m_imageNote);
    const auto ratio = devicePixelRatioF();
    const QSize room = QSize(pictureWidth, std::max(64, m_hex->height())) * ratio;
    const auto fitting = m_image.width() > room.width() || m_image.height() > room.height()
                             ? m_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                             : m_image;
    auto pixmap = QPixmap::fromImage(fitting);
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
}

void BytesEditor::resizeEvent(QResizeEvent *)
{
    showImage();
}

} // namespace squall::ui
