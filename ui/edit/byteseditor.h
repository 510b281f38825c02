#pragma once

#include "core/base/result.h"
#include "models/latest.h"
#include "ui/edit/valueeditor.h"

#include <QImage>

class QLabel;
class QToolButton;

namespace squall::ui {

class HexView;

/// Bytes: their digits, files they come from and go to, and the picture that they are, if they are one.
class BytesEditor : public ValueEditor
{
    Q_OBJECT

public:
    explicit BytesEditor(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override;
    QString fault() const override { return m_fault; }
    bool checksItself() const override { return true; }
    QString note() const override;
    bool isTall() const override { return true; }

    void loadFrom(const QString &path);
    void saveTo(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *makeButton(const QString &text, const QString &name, const QString &icon);
    void setBytes(const QByteArray &bytes);
    void chooseFile();
    void chooseTarget();
    void preview();
    void showImage();

    const Theme &m_theme;
    HexView *m_hex;
    QLabel *m_picture;
    QToolButton *m_save;
    QByteArray m_given;
    QString m_fault;
    QString m_said; ///< what became of the last file
    QImage m_image;
    QString m_imageNote;
    bool m_modified = false;
    models::Latest<Result<QByteArray>> m_reading;
    models::Latest<Result<qint64>> m_writing;
    models::Latest<QImage> m_decoding;
};

} // namespace squall::ui
